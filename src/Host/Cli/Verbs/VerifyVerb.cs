using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Publishing;
using Host.Security;
using Host.Storage;
using Host.Texts;
using Host.Verifying;
using Host.Workflow;
using Ingest.Pseudonymise;

namespace Host.Cli.Verbs;

/// <summary><c>verify DIR</c>: adds up a published folder without trust in us; with the key its seal too, and with the key and the ledger every byte of what is drawn.</summary>
internal sealed class VerifyVerb : IVerb
{
    private readonly Argument<string> _folder = new("DIR");
    private Option<string?> _keys = null!;

    public Command Describe(Messages messages)
    {
        _folder.Description = messages["ArgumentFolder"];
        _keys = new Option<string?>("--key-file") { Description = messages["OptionKeyFile"], HelpName = "FILE" };
        return new Command("verify", messages["VerbVerify"]) { _folder, _keys };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call));

    private ExitCode Run(VerbCall call)
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
            results = FolderVerifier.Verify(folder, keys, HistoryOf(call, keys));
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
    private static PublishedHistory? HistoryOf(VerbCall call, KeyRing? keys) =>
        keys is not null
        && call.Settings.Read().Succeeded(out var settings, out _)
        && File.Exists(Path.Combine(settings.Store.Private, WorkflowDatabase.FileName))
        && PublishedHistory.Open(Installation.Open(settings, keys, call.Clock).Ledger, keys).Succeeded(out var history, out _)
            ? history
            : null;
}
