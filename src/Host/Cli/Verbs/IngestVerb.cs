using System.CommandLine;
using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Texts;
using Ingest.Catalogue;
using Ingest.Intake;
using Publication.Tables;

namespace Host.Cli.Verbs;

/// <summary><c>ingest FILE --partner ID</c>: takes a partner's file in, all or nothing, and prints the receipt; <c>ingest --nothing QUARTER --partner ID</c> keeps its word that it had no case.</summary>
internal sealed class IngestVerb : IVerb
{
    private readonly Argument<string?> _file = new("FILE") { Arity = ArgumentArity.ZeroOrOne };
    private Option<string> _partner = null!;
    private Option<string?> _nothing = null!;
    private Option<bool> _withoutFaulty = null!;
    private Option<string?> _replace = null!;
    private Option<string?> _reason = null!;

    public Command Describe(Messages messages)
    {
        _file.Description = messages["ArgumentFile"];
        _partner = new Option<string>("--partner") { Description = messages["OptionPartner"], HelpName = "ID", Required = true };
        _nothing = new Option<string?>("--nothing") { Description = messages["OptionNothing"], HelpName = "QUARTER" };
        _withoutFaulty = new Option<bool>("--without-faulty-rows") { Description = messages["OptionWithoutFaulty"] };
        _replace = new Option<string?>("--replace") { Description = messages["OptionReplace"], HelpName = "UPLOAD" };
        _reason = new Option<string?>("--reason") { Description = messages["OptionReason"], HelpName = "TEXT" };
        return new Command("ingest", messages["VerbIngest"]) { _file, _partner, _nothing, _withoutFaulty, _replace, _reason };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!Options(call).Succeeded(out var options, out var failure))
        {
            return call.Fail(failure);
        }

        if (!PartnerName.TryRead(call.Parsed.GetRequiredValue(_partner), out var partner))
        {
            return call.Fail(StoreFailures.Of(Ingest.Storage.StoreFailureCode.UnknownPartner));
        }

        if (call.Parsed.GetValue(_nothing) is { } quarter)
        {
            return ReportNothing(call, partner, quarter);
        }

        if (!PartnerSource.Open(call.Parsed.GetValue(_file)!, Console.OpenStandardInput).Succeeded(out var source, out failure))
        {
            return call.Fail(failure);
        }

        await using (source)
        {
            if (!ReleaseDesk.Open(call.Settings, call.Clock).Succeeded(out var desk, out failure))
            {
                return call.Fail(failure);
            }

            using (desk)
            {
                return Tell(call, await SourceProgress.RunAsync(source, call.Terminal, () => desk.Intake.IngestAsync(source, partner, options, cancellationToken)), desk);
            }
        }
    }

    private Outcome<IntakeOptions> Options(VerbCall call)
    {
        var replaces = call.Parsed.GetValue(_replace);
        var reason = call.Parsed.GetValue(_reason) ?? "";
        var saysNothing = call.Parsed.GetValue(_nothing) is not null;
        if (saysNothing == call.Parsed.GetValue(_file) is not null || (saysNothing && (replaces is not null || call.Parsed.GetValue(_withoutFaulty))))
        {
            return new Failure(ExitCode.WrongUsage, "FileOrNothing");
        }

        if (replaces is null)
        {
            return new IntakeOptions { AcceptWithoutFaultyRows = call.Parsed.GetValue(_withoutFaulty) };
        }

        return !UploadId.TryParse(replaces, out var upload) ? new Failure(ExitCode.WrongUsage, "UploadIdWrong")
            : string.IsNullOrWhiteSpace(reason) ? new Failure(ExitCode.WrongUsage, "ReasonMissing")
            : new IntakeOptions { AcceptWithoutFaultyRows = call.Parsed.GetValue(_withoutFaulty), Replaces = upload, Reason = reason };
    }

    private static ExitCode ReportNothing(VerbCall call, PartnerId partner, string text)
    {
        if (!ReleaseDesk.Open(call.Settings, call.Clock).Succeeded(out var desk, out var failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            if (!NilReturnDoor.Report(desk, partner, text, "operator").Succeeded(out var given, out failure))
            {
                return call.Fail(failure);
            }

            NilReturnDocument.Tell(call, given);
            return ExitCode.Success;
        }
    }

    private static ExitCode Tell(VerbCall call, IntakeOutcome outcome, ReleaseDesk desk)
    {
        switch (outcome)
        {
            case IntakeOutcome.Accepted accepted when call.IsJson:
                call.Terminal.Json(ReceiptDocument.Of(accepted.Receipt, accepted.WasKnown, desk.Counted));
                return ExitCode.Success;
            case IntakeOutcome.Accepted accepted:
                foreach (var line in ReceiptDocument.Lines(accepted.Receipt, accepted.WasKnown, desk.Counted, call.Terminal.Messages))
                {
                    call.Terminal.Result(line);
                }

                return ExitCode.Success;
            case IntakeOutcome.Rejected rejected:
                var language = call.Terminal.Messages.Language == Language.Tr ? "tr" : "en";
                call.Terminal.Result((call.IsJson ? ReportJson.Write(rejected.Report) : new ReportText(ReportTexts.Load(), language).Write(rejected.Report)).TrimEnd('\n'));
                return call.Fail(new Failure(ExitCode.InvalidInput, "FileRejected"));
            case IntakeOutcome.Failed failed:
                return call.Fail(StoreFailures.Of(failed.Code));
            default:
                throw new InvalidOperationException("Unknown outcome of an intake.");
        }
    }
}
