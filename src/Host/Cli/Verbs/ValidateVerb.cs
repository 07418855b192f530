using System.CommandLine;
using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Storage;
using Host.Texts;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;
using Ingest.Stripping;
using Publication.Tables;

namespace Host.Cli.Verbs;

/// <summary><c>validate FILE</c>: everything that is wrong with a file, in the partner's own network, without key or store; <c>--strip</c> takes out identifiers.</summary>
internal sealed class ValidateVerb : IVerb
{
    private readonly Argument<string> _file = new("FILE");
    private Option<string?> _partner = null!;
    private Option<string?> _strip = null!;

    public Command Describe(Messages messages)
    {
        _file.Description = messages["ArgumentFile"];
        _partner = new Option<string?>("--partner") { Description = messages["OptionPartnerOptional"], HelpName = "ID" };
        _strip = new Option<string?>("--strip") { Description = messages["OptionStrip"], HelpName = "OUT" };
        return new Command("validate", messages["VerbValidate"]) { _file, _partner, _strip };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!PartnerSource.Open(call.Parsed.GetRequiredValue(_file), Console.OpenStandardInput).Succeeded(out var source, out var failure))
        {
            return call.Fail(failure);
        }

        await using (source)
        {
            if (call.Parsed.GetValue(_strip) is { } place)
            {
                return await StripAsync(call, source, place, cancellationToken);
            }

            return (await SourceProgress.RunAsync(source, call.Terminal, () => ReadAsync(call, source, cancellationToken))).Succeeded(out var report, out failure) ? Tell(call, report) : call.Fail(failure);
        }
    }

    private async Task<Outcome<ValidationReport>> ReadAsync(VerbCall call, Stream source, CancellationToken cancellationToken)
    {
        if (call.Parsed.GetValue(_partner) is not { } partner)
        {
            var lists = CodeLists.Load();
            return await new FileValidator(lists, ProfileCatalogue.Load(lists), RuleBook.Load(), call.Clock).ValidateAsync(source, terms: null, cancellationToken);
        }

        if (!PartnerName.TryRead(partner, out var id))
        {
            return StoreFailures.Of(Ingest.Storage.StoreFailureCode.UnknownPartner);
        }

        if (!ReleaseDesk.Open(call.Settings, call.Clock).Succeeded(out var desk, out var failure))
        {
            return failure;
        }

        using (desk)
        {
            var validated = await desk.Intake.ValidateAsync(source, id, cancellationToken);
            return validated.TryGet(out var report) ? report : StoreFailures.Of(validated.Failure!.Value);
        }
    }

    private static async Task<ExitCode> StripAsync(VerbCall call, Stream source, string place, CancellationToken cancellationToken)
    {
        if (File.Exists(place) || Directory.Exists(place))
        {
            return call.Fail(new Failure(ExitCode.Conflict, "StripTaken"));
        }

        var lists = CodeLists.Load();
        using var stripped = new MemoryStream();
        var stripper = new FileStripper(lists, ProfileCatalogue.Load(lists), RuleBook.Load(), call.Clock);
        var outcome = await SourceProgress.RunAsync(source, call.Terminal, () => stripper.StripAsync(source, stripped, cancellationToken));
        if (outcome.Report.IsReadable)
        {
            AtomicFile.Write(Path.GetFullPath(place), stripped.ToArray());
            call.Terminal.Note("Stripped", outcome.CellsLeftOut);
        }

        return Tell(call, outcome.Report);
    }

    private static ExitCode Tell(VerbCall call, ValidationReport report)
    {
        var language = call.Terminal.Messages.Language == Language.Tr ? "tr" : "en";
        call.Terminal.Result((call.IsJson ? ReportJson.Write(report) : new ReportText(ReportTexts.Load(), language).Write(report)).TrimEnd('\n'));
        return report.IsAcceptable ? ExitCode.Success : call.Fail(new Failure(ExitCode.InvalidInput, "FileFaulty"));
    }
}
