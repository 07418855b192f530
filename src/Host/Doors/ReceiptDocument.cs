using Host.Drafting;
using Host.Texts;
using Ingest.Catalogue;

namespace Host.Doors;

/// <summary>A receipt as JSON and as lines for people.</summary>
internal static class ReceiptDocument
{
    public static ReceiptAnswer Of(Receipt receipt, bool wasKnown, CountedQuarter counted) => new(
        receipt.SchemaVersion,
        receipt.Id.ToString(),
        receipt.Partner.Value,
        receipt.Content == UploadContent.Figures ? "figures" : "cases",
        receipt.Sha256,
        receipt.SizeBytes,
        receipt.RowsRead,
        receipt.RowsAccepted,
        [.. receipt.SetAside.Where(r => r.Rows > 0).Select(r => new ReasonRows(r.Code, r.Rows))],
        [.. receipt.Quarters.Select(q => new QuarterRows(q.Code, q.Rows))],
        [.. counted.LateIn(receipt)],
        counted.TooLateIn(receipt),
        receipt.DuplicatesInFile,
        receipt.YearOnly,
        Workflow.Instant.Write(receipt.AcceptedAt),
        receipt.Replaces?.ToString(),
        receipt.KeyId,
        receipt.Signature,
        wasKnown);

    public static IEnumerable<string> Lines(Receipt receipt, bool wasKnown, CountedQuarter counted, Messages messages)
    {
        yield return messages.Format(wasKnown ? "ReceiptKnown" : "Receipt", receipt.Id, receipt.Partner, Workflow.Instant.Write(receipt.AcceptedAt));
        yield return messages.Format(receipt.Content == UploadContent.Figures ? "ReceiptFigures" : "ReceiptRows", receipt.RowsRead, receipt.RowsAccepted);
        foreach (var reason in receipt.SetAside.Where(r => r.Rows > 0))
        {
            yield return messages.Format("ReceiptAside-" + reason.Code, reason.Rows);
        }

        foreach (var quarter in receipt.Quarters)
        {
            yield return messages.Format(receipt.Content == UploadContent.Figures ? "ReceiptQuarterFigures" : "ReceiptQuarter", quarter.Code, quarter.Rows);
        }

        foreach (var late in counted.LateIn(receipt))
        {
            yield return messages.Format(late.IsAtMost ? "ReceiptLateAtMost" : "ReceiptLate", late.Quarter, late.Rows, late.CountedIn);
        }

        foreach (var quarter in counted.TooLateIn(receipt))
        {
            yield return messages.Format("ReceiptTooLate", quarter);
        }

        if (receipt.YearOnly > 0)
        {
            yield return messages.Format("ReceiptYearOnly", receipt.YearOnly);
        }

        if (receipt.DuplicatesInFile > 0)
        {
            yield return messages.Format("ReceiptDuplicates", receipt.DuplicatesInFile);
        }

        yield return messages.Format("ReceiptDigest", receipt.Sha256);
        yield return messages.Format("ReceiptSignature", receipt.KeyId, receipt.Signature);
    }
}
