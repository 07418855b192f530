using System.Net;
using System.Text;
using Anonymize.RecordFiles;
using Host.Texts;
using Publication.Tables;
using Reports.Charts;

namespace Host.RecordFiles;

/// <summary>What other k would cost and give, as one page without scripts or anything to fetch: a picture, and its numbers as a table.</summary>
internal sealed class FrontierPage(IReadOnlyList<FrontierPoint> frontier, int asked, int rows, Messages messages)
{
    public byte[] Draw()
    {
        var language = messages.Language == Language.Tr ? "tr" : "en";
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(language).Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
            .Append(Text("FrontierTitle")).Append("</title><style>").Append(RiskPage.Style).Append("img{width:100%;height:auto}</style></head><body><main>\n<h1>").Append(Text("FrontierTitle"))
            .Append("</h1>\n<p class=\"lead\">").Append(Text("FrontierLead", asked)).Append("</p>\n").Append(Picture()).Append(Table())
            .Append("\n<p>").Append(Text("FrontierMeaning")).Append("</p>\n</main></body></html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    // Several k may have one and the same file: that is one point with all their names.
    private string Picture()
    {
        TradeOffPoint[] points =
        [
            .. frontier.Where(p => p.SmallestClass > 0).GroupBy(p => (p.SmallestClass, p.MetricValue)).Select(same => new TradeOffPoint(
                "k = " + string.Join(", ", same.Select(p => p.K.ToString(messages.Culture))),
                same.First().Risks.Prosecutor.Highest,
                Math.Clamp(same.Key.MetricValue, 0, 1),
                same.Any(p => p.K == asked))),
        ];
        if (points.Length == 0)
        {
            return "";
        }

        var description = string.Join(' ', frontier.Select(p => messages.Format("FrontierPoint", p.K, p.Risks.Prosecutor.Highest, p.MetricValue)));
        var chart = new TradeOffChart
        {
            Id = "frontier",
            Title = messages["FrontierTitle"],
            Description = description,
            Across = messages["FrontierRisk"],
            Up = messages["FrontierLoss"],
            Points = points,
            Language = messages.Language,
        };
        return $"<img alt=\"{WebUtility.HtmlEncode(description)}\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(chart.Svg())}\">\n";
    }

    private string Table()
    {
        string[] heads = ["FrontierK", "FrontierLoss", "FrontierSuppressed", "FrontierSmallest", "FrontierRisk", "FrontierAverage"];
        var table = new StringBuilder("<table><thead><tr>");
        foreach (var head in heads)
        {
            table.Append("<th scope=\"col\">").Append(Text(head)).Append("</th>");
        }

        table.Append("</tr></thead><tbody>");
        foreach (var point in frontier)
        {
            table.Append("<tr><th scope=\"row\">").Append(point.K.ToString("N0", messages.Culture)).Append("</th>");
            string[] cells =
            [
                Share(point.MetricValue), Share((double)point.SuppressedRows / rows), point.SmallestClass.ToString("N0", messages.Culture),
                Share(point.Risks.Prosecutor.Highest), Share(point.Risks.Prosecutor.Average),
            ];
            foreach (var cell in cells)
            {
                table.Append("<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
            }

            table.Append("</tr>");
        }

        return table.Append("</tbody></table>").ToString();
    }

    private string Share(double share) => share.ToString("P1", messages.Culture);

    private string Text(string key, params object[] arguments) => WebUtility.HtmlEncode(messages.Format(key, arguments));
}
