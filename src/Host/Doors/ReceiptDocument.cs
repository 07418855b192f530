using Host.Drafting;
using Host.Texts;
using Ingest.Catalogue;

namespace Host.Doors;

/// <summary>A receipt as JSON and as lines for people.</summary>
internal static class ReceiptDocument
{
    public static object Of(Receipt receipt, bool wasKnown, CountedQuarter counted) => new
    {
        schemaVersion = receipt.SchemaVersion,
        upload = receipt.Id.ToString(),
        partner = receipt.Partner.Value,
        content = receipt.Content == UploadContent.Figures ? "figures" : "cases",
        sha256 = receipt.Sha256,
        sizeBytes = receipt.SizeBytes,
        rowsRead = receipt.RowsRead,
        rowsAccepted = receipt.RowsAccepted,
        setAside = receipt.SetAside.Where(r => r.Rows > 0).Select(r => new { reason = r.Code, rows = r.Rows }).ToArray(),
        quarters = receipt.Quarters.Select(q => new { quarter = q.Code, rows = q.Rows }).ToArray(),
        countedLater = counted.LateIn(receipt).Select(l => new { quarter = l.Quarter, rows = l.Rows, countedIn = l.CountedIn, isAtMost = l.IsAtMost }).ToArray(),
        tooLate = counted.TooLateIn(receipt),
        duplicatesInFile = receipt.DuplicatesInFile,
        yearOnly = receipt.YearOnly,
        acceptedAt = Workflow.Instant.Write(receipt.AcceptedAt),
        replaces = receipt.Replaces?.ToString(),
        keyId = receipt.KeyId,
        signature = receipt.Signature,
        alreadyAccepted = wasKnown,
    };

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
