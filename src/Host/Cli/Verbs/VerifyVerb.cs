using System.CommandLine;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Host.Composition;
using Host.Contingency;
using Host.Outcomes;
using Host.Publishing;
using Host.Security;
using Host.Storage;
using Host.Texts;
using Host.Verifying;
using Host.Workflow;
using Ingest.Pseudonymise;
using Ingest.Sealing;

namespace Host.Cli.Verbs;

/// <summary><c>verify DIR</c>: adds up a published folder without trust in us; with the key its seal too, and with the key and the ledger every byte of what is drawn.</summary>
internal sealed class VerifyVerb : IVerb
{
    private readonly Argument<string> _folder = new("DIR");
    private Option<string?> _keys = null!;
    private Option<string?> _input = null!;
    private Option<string?> _spec = null!;

    public Command Describe(Messages messages)
    {
        _folder.Description = messages["ArgumentFolder"];
        _keys = new Option<string?>("--key-file") { Description = messages["OptionKeyFile"], HelpName = "FILE" };
        _input = new Option<string?>("--input") { Description = messages["ProtectInput"], HelpName = "FILE" };
        _spec = new Option<string?>("--spec") { Description = messages["ProtectSpec"], HelpName = "FILE" };
        return new Command("verify", messages["VerbVerify"]) { _folder, _keys, _input, _spec };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        var folder = call.Parsed.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
        {
            return call.Fail(new Failure(ExitCode.InvalidInput, "FolderMissing"));
        }

        KeyRing? keys = null;
        if (call.Parsed.GetValue(_keys) is { } file && !KeySource.Read(file).Succeeded(out keys, out var failure))
        {
            return call.Fail(failure);
        }

        IReadOnlyList<CheckResult> results;
        try
        {
            if (PrintedTables.Find(folder) is not { } printed)
            {
                results = FolderVerifier.Verify(folder, keys, HistoryOf(call, keys));
            }
            else if (InputOf(call, printed, cancellationToken).Succeeded(out var input, out var refused))
            {
                results = ProtectedVerifier.Verify(printed, keys, input.Given, cancellationToken);
            }
            else
            {
                return call.Fail(refused);
            }
        }
        catch (FolderFault fault)
        {
            return call.Fail(new Failure(ExitCode.DisclosureRule, "FolderUnreadable", fault.File, fault.What));
        }
        catch (NewerSchemaException newer)
        {
            // What cannot be read was not checked, and what was not checked does not hold.
            return call.Fail(new Failure(ExitCode.DisclosureRule, "NewerSchema", newer.What));
        }

        var holds = results.All(r => r.Holds != false);
        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, holds, checks = results });
        }
        else
        {
            foreach (var result in results)
            {
                call.Terminal.Say(result.Holds switch { true => result.Check, false => result.Check + "Fails", null => result.Check + "Open" }, result.Subject);
            }

            call.Terminal.Say(holds ? "VerifyHolds" : "VerifyFails");
        }

        return holds ? ExitCode.Success : ExitCode.DisclosureRule;
    }

    // The ledger lies in the private folder alone. Where there is none, or it is under other keys, its figures are somebody else's and nothing is compared.
    private static PublishedHistory? HistoryOf(VerbCall call, KeyRing? keys)
    {
        if (keys is null || !call.Settings.Read().Succeeded(out var settings, out _) || !File.Exists(Path.Combine(settings.Store.Private, WorkflowDatabase.FileName)))
        {
            return null;
        }

        // Opening a database puts it under the present key of a ring: of the installation's own, where it has one at hand, and not of the one that is only tried here.
        // Without it a plain database of an earlier version stays closed: it would be sealed under somebody else's.
        var own = settings.Store.Keys is { } folder && KeySource.Read(Path.Combine(folder, Installation.KeyRingFile)).Succeeded(out var ring, out _) ? ring : null;
        if (own is null && !SealedDatabase.IsSealed(Path.Combine(settings.Store.Private, WorkflowDatabase.FileName)))
        {
            return null;
        }

        try
        {
            return PublishedHistory.Open(Installation.Open(settings, own ?? keys, call.Clock).Ledger, keys).Succeeded(out var history, out _) ? history : null;
        }
        catch (SealException other) when (other.Fault == SealFault.KeyUnavailable)
        {
            return null;
        }
    }

    /// <summary>What <c>protect</c> was given, where it is given again.</summary>
    private Outcome<VerifyInput> InputOf(VerbCall call, string printed, CancellationToken cancellationToken)
    {
        if (call.Parsed.GetValue(_input) is not { } file || call.Parsed.GetValue(_spec) is not { } specFile)
        {
            return call.Parsed.GetValue(_input) is null && call.Parsed.GetValue(_spec) is null
                ? new VerifyInput(null)
                : new Failure(ExitCode.WrongUsage, "VerifyInputAlone");
        }

        var measure = PrintedTables.Measure(printed);
        return !SpecSource.Read(specFile, fault => call.Terminal.Note("SpecFault" + fault.Kind, fault.Path)).Succeeded(out var spec, out var failure) ? failure
            : !ContingencyInput.Read(file, measure, spec, cancellationToken).Succeeded(out var records, out failure) ? failure
            : !SpecSource.Files(spec, Path.GetDirectoryName(Path.GetFullPath(specFile))!, measure.Delimiter, cancellationToken).Succeeded(out var files, out failure) ? failure
            : new VerifyInput((spec, records, files));
    }

    private sealed record VerifyInput((ContingencySpec Spec, ContingencyRecords Records, SpecFiles Files)? Given);
}
