using System.Net;
using System.Text;
using Anonymize.RecordFiles.Risks;
using Host.Texts;
using Publication.Tables;

namespace Host.RecordFiles;

/// <summary><c>risk.html</c>: one page without scripts or anything to fetch, in the language of the caller, that says what the numbers mean for a person.</summary>
internal sealed class RiskPage(RiskAssessment risk, IReadOnlyList<string> keys, Messages messages)
{
    private static readonly (int Least, int Most)[] Sizes = [(1, 1), (2, 2), (3, 4), (5, 10), (11, 19), (20, int.MaxValue)];

    private const int Dangerous = 2;

    /// <summary>Of pages about files of records.</summary>
    public const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
        h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}svg{width:100%;height:auto;font:14px system-ui,sans-serif}
        .lead{font-size:1.15rem;border-left:.3rem solid #1f5fa8;padding-left:.8rem}.track{fill:#eceff3}.bar{fill:#1f5fa8}.alarm{fill:#b3261e}
        table{border-collapse:collapse}td,th{text-align:left;padding:.2rem 1rem .2rem 0;border-bottom:1px solid #d0d5dc}
        @media (prefers-color-scheme:dark){body{color:#eee;background:#16181c}svg text{fill:#eee}.track{fill:#2b2f36}.bar{fill:#7fb0ea}.alarm{fill:#ff8a80}}
        """;

    public byte[] Draw()
    {
        var page = new StringBuilder();
        var language = messages.Language == Language.Tr ? "tr" : "en";
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(language).Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
            .Append(Text("RiskTitle")).Append("</title><style>").Append(Style).Append("</style></head><body><main>\n<h1>").Append(Text("RiskTitle")).Append("</h1>\n<p class=\"lead\">")
            .Append(Text("RiskLead", risk.Rows, risk.Risks.Unique, string.Join(", ", keys))).Append("</p>\n");
        Section(page, "RiskClasses", "RiskClassesMeaning", Classes());
        Section(page, "RiskAttackers", "RiskAttackersMeaning", Attackers());
        if (risk.Contributions.Any(c => c > 0))
        {
            Section(page, "RiskAttributes", "RiskAttributesMeaning", Attributes());
        }

        if (risk.Sensitive.Count > 0)
        {
            Section(page, "RiskSensitive", "RiskSensitiveMeaning", SensitiveTable());
        }

        page.Append("<h2>").Append(Text("RiskNext")).Append("</h2>\n<p>").Append(Text("RiskNextMeaning")).Append("</p>\n</main></body></html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private void Section(StringBuilder page, string heading, string meaning, string picture) =>
        page.Append("<section><h2>").Append(Text(heading)).Append("</h2>\n<p>").Append(Text(meaning)).Append("</p>\n").Append(picture).Append("</section>\n");

    private string Classes()
    {
        var chart = new BarChart(messages["RiskClasses"], messages.Culture);
        foreach (var (least, most) in Sizes)
        {
            var label = least == 1 ? messages["RiskAlone"] : most == int.MaxValue ? messages.Format("RiskAlikeFrom", least) : least == most ? messages.Format("RiskAlike", least) : messages.Format("RiskAlikeTo", least, most);
            chart.Add(label, risk.Share(least, most), isAlarming: most <= Dangerous);
        }

        return chart.Draw();
    }

    private string Attackers() => new BarChart(messages["RiskAttackers"], messages.Culture)
        .Add(messages["RiskProsecutor"], risk.Risks.Prosecutor.Average)
        .Add(messages["RiskProsecutorHighest"], risk.Risks.Prosecutor.Highest, risk.Risks.Prosecutor.Highest > RiskSummary.Threshold)
        .Add(messages["RiskJournalist"], risk.Risks.Journalist.Average)
        .Add(messages["RiskMarketer"], risk.Risks.Marketer)
        .Draw();

    private string Attributes()
    {
        var chart = new BarChart(messages["RiskAttributes"], messages.Culture);
        foreach (var j in Enumerable.Range(0, keys.Count).OrderByDescending(j => risk.Contributions[j]).ThenBy(j => j))
        {
            chart.Add(keys[j], risk.Contributions[j]);
        }

        return chart.Draw();
    }

    private string SensitiveTable()
    {
        var rows = new StringBuilder("<ul>");
        foreach (var attribute in risk.Sensitive)
        {
            rows.Append("<li>").Append(attribute.HomogeneousRows > 0
                ? Text("RiskHomogeneous", attribute.Attribute, attribute.HomogeneousRows, attribute.HomogeneousClasses)
                : Text("RiskDiverse", attribute.Attribute, attribute.L)).Append("</li>");
        }

        return rows.Append("</ul>").ToString();
    }

    private string Text(string key, params object[] arguments) => WebUtility.HtmlEncode(messages.Format(key, arguments));
}
