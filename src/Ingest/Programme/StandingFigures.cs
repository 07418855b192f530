using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Intake;
using Ingest.Storage;

namespace Ingest.Programme;

/// <summary>The figures that count: each as the partner last said it before its quarter closed.</summary>
internal static class StandingFigures
{
    /// <param name="store">Where they are.</param>
    /// <param name="closings">By quarter; one that is missing never closes.</param>
    /// <param name="quarters">Those asked for.</param>
    /// <exception cref="StoreException">A file cannot be read.</exception>
    public static IReadOnlyList<(PartnerId Partner, ProgrammeFigure Figure)> Read(
        CaseStore store, IReadOnlyList<StoredUpload> uploads, IReadOnlyDictionary<string, FigureClosing> closings, IReadOnlySet<string> quarters)
    {
        var receipts = uploads.ToDictionary(upload => upload.Receipt.Id, upload => upload.Receipt);
        var standing = new Dictionary<(PartnerId, string Indicator, string Quarter), (long Order, ProgrammeFigure[] Figures)>();
        foreach (StoredUpload upload in uploads.Where(u => u is { Receipt.Content: UploadContent.Figures, DestroyedAt: null } && u.Receipt.Quarters.Any(q => quarters.Contains(q.Code))))
        {
            DateOnly arrival = QuarterRule.DayOf(FirstArrival(upload.Receipt, receipts));
            foreach (IGrouping<(string Indicator, string Quarter), ProgrammeFigure> figures in store.Figures.Open(upload).GroupBy(f => (f.Indicator, f.Quarter)))
            {
                // Of two that came at the same moment, which the intake could not tell apart, the later one stands.
                (PartnerId, string Indicator, string Quarter) key = (upload.Receipt.Partner, figures.Key.Indicator, figures.Key.Quarter);
                if (quarters.Contains(key.Quarter) && Counts(upload, arrival, closings.GetValueOrDefault(key.Quarter))
                    && (!standing.TryGetValue(key, out (long Order, ProgrammeFigure[] Figures) other) || other.Order < upload.AcceptedOrder))
                {
                    standing[key] = (upload.AcceptedOrder, [.. figures]);
                }
            }
        }

        return [.. standing.SelectMany(s => s.Value.Figures.Select(figure => (s.Key.Item1, figure)))];
    }

    private static bool Counts(StoredUpload upload, DateOnly arrival, FigureClosing? closing) =>
        (closing is null || arrival <= closing.CutOff)
        && (closing?.PublishedAt is not { } published || upload.Receipt.AcceptedAt <= published)
        && (upload.State == UploadState.Active || (closing?.PublishedAt is { } then && upload.StateChangedAt > then));

    /// <summary>A correction does not make late what came in time.</summary>
    private static DateTimeOffset FirstArrival(Receipt receipt, Dictionary<UploadId, Receipt> receipts)
    {
        while (receipt.Replaces is { } earlier && receipts.TryGetValue(earlier, out Receipt? replaced))
        {
            receipt = replaced;
        }

        return receipt.AcceptedAt;
    }
}
