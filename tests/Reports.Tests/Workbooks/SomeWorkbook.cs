using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Tests.Samples;
using Reports.Workbooks;

namespace Reports.Tests.Workbooks;

/// <summary>Workbooks of the kinds that the product writes.</summary>
internal static class SomeWorkbook
{
    public static TheoryData<string, Language> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, Language>();
            foreach (var name in new[] { "quarter", "quarter with history", "year", "draft" })
            {
                kinds.Add(name, Language.Tr);
                kinds.Add(name, Language.En);
            }

            return kinds;
        }
    }

    public static byte[] Write(string kind, Language language) => WorkbookWriter.Write(Source(kind), language);

    public static ReportSource Source(string kind)
    {
        var period = ReleasePeriod.OfQuarter(2025, 4);
        return kind switch
        {
            "quarter" => ReportSource.Of(SomeRelease.Quarter(period), ShippedBulletins.Quarterly(), []),
            "quarter with history" => ReportSource.Of(
                SomeRelease.Quarter(period),
                ShippedBulletins.Quarterly(),
                [SomeRelease.Quarter(ReleasePeriod.OfQuarter(2025, 3), -7), SomeRelease.Quarter(ReleasePeriod.OfQuarter(2024, 4), -9)]),
            "year" => ReportSource.Of(SomeYear.Of(2025), ShippedBulletins.Yearly(), []),
            "draft" => ReportSource.OfDraft(SomeRelease.Draft(period, SomeRelease.QuarterTables(period)), ShippedBulletins.Quarterly(), []),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
