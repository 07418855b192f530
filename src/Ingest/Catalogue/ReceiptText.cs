using System.Globalization;
using System.Text;

namespace Ingest.Catalogue;

/// <summary>The canonical text of a receipt that is signed: one field a line, in a fixed order, invariant, without the signature.</summary>
internal static class ReceiptText
{
    public static string Of(Receipt receipt)
    {
        var text = new StringBuilder();
        Line(text, "receipt", receipt.SchemaVersion.ToString(CultureInfo.InvariantCulture));
        Line(text, "id", receipt.Id.ToString());
        Line(text, "partner", receipt.Partner.Value);
        if (receipt.Content is not UploadContent.Cases)
        {
            // Receipts of cases were signed before there was anything else.
            Line(text, "content", UploadTable.Word(receipt.Content));
        }

        Line(text, "sha256", receipt.Sha256);
        Number(text, "size", receipt.SizeBytes);
        Number(text, "read", receipt.RowsRead);
        Number(text, "accepted", receipt.RowsAccepted);
        foreach (RowCount reason in receipt.SetAside)
        {
            Number(text, "aside." + reason.Code, reason.Rows);
        }

        foreach (RowCount quarter in receipt.Quarters)
        {
            Number(text, "quarter." + quarter.Code, quarter.Rows);
        }

        Number(text, "duplicates", receipt.DuplicatesInFile);
        Number(text, "yearOnly", receipt.YearOnly);
        Line(text, "acceptedAt", receipt.AcceptedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        Line(text, "replaces", receipt.Replaces?.ToString() ?? string.Empty);
        Line(text, "key", receipt.KeyId);
        return text.ToString();
    }

    private static void Number(StringBuilder text, string name, long value) =>
        Line(text, name, value.ToString(CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, string name, string value) => text.Append(name).Append('=').Append(value).Append('\n');
}
