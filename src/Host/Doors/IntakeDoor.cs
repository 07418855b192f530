using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Texts;
using Ingest.Intake;
using Publication.Tables;

namespace Host.Doors;

/// <summary>The intake as a door that answers in files: receipt or report, JSON and text in both languages.</summary>
internal sealed class IntakeDoor(IntakeService intake, Func<CountedQuarter> counted) : IIntakeDoor
{
    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly ReportTexts _texts = ReportTexts.Load();

    public async Task<Outcome<DoorAnswer>> TakeAsync(string partner, Stream source, IntakeOptions options, CancellationToken cancellationToken)
    {
        if (!PartnerName.TryRead(partner, out var id))
        {
            return StoreFailures.Of(Ingest.Storage.StoreFailureCode.UnknownPartner);
        }

        return await intake.IngestAsync(source, id, options, cancellationToken) switch
        {
            IntakeOutcome.Accepted accepted => new DoorAnswer
            {
                IsAccepted = true,
                Json = JsonSerializer.SerializeToUtf8Bytes(ReceiptDocument.Of(accepted.Receipt, accepted.WasKnown, counted()) with { Report = accepted.Report }, Style),
                Text = InBoth(m => string.Concat(ReceiptDocument.Lines(accepted.Receipt, accepted.WasKnown, counted(), m).Select(l => l + "\n")))
                    + (accepted.Report is { } found ? InBoth(m => Report(found, m)) : ""),
            },
            IntakeOutcome.Rejected rejected => new DoorAnswer
            {
                IsAccepted = false,
                Json = Encoding.UTF8.GetBytes(ReportJson.Write(rejected.Report)),
                Text = InBoth(m => Report(rejected.Report, m)),
            },
            IntakeOutcome.Failed failed => StoreFailures.Of(failed.Code),
            _ => throw new InvalidOperationException("Unknown outcome of an intake."),
        };
    }

    private static string InBoth(Func<Messages, string> write) => write(Messages.In(Language.Tr)) + "\n" + write(Messages.In(Language.En));

    private string Report(ValidationReport report, Messages messages) => new ReportText(_texts, messages.Language == Language.Tr ? "tr" : "en").Write(report);
}
