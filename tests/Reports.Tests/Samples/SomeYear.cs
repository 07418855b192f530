using Publication.Releases;
using Publication.Tables;

namespace Reports.Tests.Samples;

/// <summary>A year with many rows, several answers a person across, and cells that cannot occur or were not collected.</summary>
internal static class SomeYear
{
    public static Release Of(int year) => SomeRelease.Of(ReleasePeriod.OfYear(year), Tables(year));

    public static PublishedTable[] Tables(int year)
    {
        var quarters = new Node("quarter", Enumerable.Range(1, 4).Select(q => $"{year}-Q{q}"));
        var actual = new Node("status", ["ACT"]);
        return
        [
            new SomeTable("identified").Where(new Node("status", ["ACT", "POS", "NOT"]), quarters).By(SomeLabels.Status, "ACT", "POS", "NOT").Of(1301, 51, 37, 1389),
            new SomeTable("sectors").Where(actual, quarters).By(SomeLabels.Sector, "AGR", "FSH", "DOM", "TOU", "FSX", "POR", "BEG", "CON", "MAN", "OTH", "UNK", "NAP")
                .Of(128, 9, 127, 61, 512, 14, 115, 55, 101, 23, 52, 104, 1301),
            new SomeTable("sectors-by-person").Where(actual, quarters).By(SomeLabels.Sector, "AGR", "DOM", "FSX", "BEG", "CON+FSH+POR+TOU")
                .By(SomeLabels.Group, "WOM", "MAN", "GIR", "BOY", "OTH")
                .Of(
                    SomeTable.C, PublishedCell.Show(80), SomeTable.C, SomeTable.C, PublishedCell.Show(0), PublishedCell.Show(128),
                    PublishedCell.Show(110), SomeTable.C, SomeTable.C, PublishedCell.Show(0), PublishedCell.Show(0), PublishedCell.Show(127),
                    PublishedCell.Show(440), SomeTable.C, PublishedCell.Show(40), SomeTable.C, SomeTable.C, PublishedCell.Show(512),
                    PublishedCell.Show(20), PublishedCell.Show(15), PublishedCell.Show(40), PublishedCell.Show(40), SomeTable.Z, PublishedCell.Show(115),
                    SomeTable.X, SomeTable.X, SomeTable.X, SomeTable.X, SomeTable.X, PublishedCell.Show(139),
                    PublishedCell.Show(640), PublishedCell.Show(390), PublishedCell.Show(150), PublishedCell.Show(115), PublishedCell.Show(6), PublishedCell.Show(1301)),
            new SomeTable("age").Where(actual, quarters).By(SomeLabels.Age, "A00", "A09", "A18", "A21", "A24", "A27", "A30", "A39", "A48", "UNK")
                .Of(22, 243, 260, 204, 171, 120, 133, 84, 40, 24, 1301),
            new SomeTable("profile-services").Where(actual, quarters).By(SomeLabels.Sector, "AGR", "DOM", "FSX", "BEG", "CON+FSH+POR+TOU")
                .By(SomeLabels.Services, isAdditive: false, "SHE", "HEA", "PSY", "LEG", "EDU", "WRK", "CSH", "INT")
                .Of([.. Enumerable.Range(0, 54).Select(i => i % 7 == 3 ? (int?)null : 10 + ((i * 37) % 90))]),
        ];
    }
}
