using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Ingest.Catalogue;
using Publication.Releases;
using Publication.Tables;

namespace Host.Quarters;

/// <summary>What came in for a period, by partner.</summary>
/// <param name="Partners">In the order of the register.</param>
/// <param name="Duplicates">Records that add no person to the quarter, in a file or across partners.</param>
internal sealed record QuarterIntake(IReadOnlyList<PartnerPart> Partners, int Duplicates)
{
    public int Records => Partners.Sum(p => p.Records);

    public IEnumerable<PartnerPart> Missing => Partners.Where(p => p.Missing.Count > 0);

    public static Outcome<QuarterIntake> Of(ReleasePeriod period, ReleaseDesk desk, CancellationToken cancellationToken)
    {
        var partners = desk.Store.Partners();
        var uploads = desk.Store.Uploads();
        var nothing = desk.Store.NilReturns();
        if (!partners.Succeeded || !uploads.Succeeded || !nothing.Succeeded)
        {
            return StoreFailures.Of(partners.Failure ?? uploads.Failure ?? nothing.Failure!.Value);
        }

        ReleasePeriod[] lastYear = period.IsYear ? [.. ReleasePeriod.OfYear(period.Year - 1).Quarters] : [.. QuarterBoard.Before(period, 4)];
        if (!desk.Counts.Persons(lastYear, cancellationToken).Succeeded(out var known, out var failure)
            || !desk.Counts.Duplicates(period, cancellationToken).Succeeded(out var duplicates, out failure))
        {
            return failure;
        }

        var receipts = new CountedReceipts(uploads.Value, desk.Counted);
        var now = receipts.In(period).ToArray();
        var before = QuarterBoard.Before(period, Plausibility.Periods).Select(p => receipts.In(p).ToArray()).ToArray();
        return new QuarterIntake([.. partners.Value.Select(p => Part(p))], duplicates);

        PartnerPart Part(Partner partner)
        {
            var own = now.Where(r => r.Receipt.Partner == partner.Id).ToArray();
            string[] said = [.. nothing.Value.Where(n => n.State == UploadState.Active && n.Partner == partner.Id).Select(n => n.Quarter)];
            return new PartnerPart
            {
                Partner = partner.Id.Value,
                Name = new Text(partner.NameTr, partner.NameEn),
                Uploads = own.Length,
                Records = own.Sum(r => r.Rows),
                Late = own.Sum(r => r.Late),
                SetAside = own.Sum(r => r.Receipt.SetAside.Sum(s => s.Rows)),
                Duplicates = own.Sum(r => r.Receipt.DuplicatesInFile),
                Nothing = [.. period.Quarters.Select(q => q.ToString()).Where(q => said.Contains(q, StringComparer.Ordinal))],
                Missing = [.. period.Quarters.Where(q => !said.Contains(q.ToString(), StringComparer.Ordinal) && receipts.In(q).All(r => r.Receipt.Partner != partner.Id)).Select(q => q.ToString())],
                Usual = Mean([.. before.Select(b => b.Where(r => r.Receipt.Partner == partner.Id).Sum(r => r.Rows)).Where(rows => rows > 0)]),
                ShareOfLastYear = known.ShareOf(partner.Id.Value),
            };
        }
    }

    private static decimal? Mean(IReadOnlyList<int> numbers) => numbers.Count == 0 ? null : (decimal)numbers.Sum() / numbers.Count;
}
