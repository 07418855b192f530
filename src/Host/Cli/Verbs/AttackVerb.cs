using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Anonymize.Attacking;
using Host.Attacking;
using Host.Outcomes;
using Host.Progressing;
using Host.Storage;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>attack PATH…</c>: what an attacker learns about hidden figures from any published tables, by what they print.</summary>
internal sealed class AttackVerb : IVerb
{
    private static readonly JsonSerializerOptions FileStyle = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Argument<string[]> _paths = new("PATH") { Arity = ArgumentArity.OneOrMore };
    private Option<int?> _k = null!;
    private Option<string> _hiddenMin = null!;
    private Option<string?> _spec = null!;
    private Option<string?> _out = null!;

    public Command Describe(Messages messages)
    {
        _paths.Description = messages["ArgumentAttacked"];
        _k = new Option<int?>("--k") { Description = messages["OptionAttackK"], HelpName = "K" };
        _hiddenMin = new Option<string>("--hidden-min") { Description = messages["OptionHiddenMin"], HelpName = "0|1", DefaultValueFactory = _ => "0" };
        _hiddenMin.AcceptOnlyFromAmong("0", "1");
        _spec = new Option<string?>("--spec") { Description = messages["OptionAttackSpec"], HelpName = "SPEC.json" };
        _out = new Option<string?>("--out") { Description = messages["OptionAttackOut"], HelpName = "FILE.json" };
        return new Command("attack", messages["VerbAttack"]) { _paths, _k, _hiddenMin, _spec, _out };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        var k = call.Parsed.GetValue(_k);
        if (k < 2)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "AttackKSmall"));
        }

        // A verb that takes any number of paths takes a misspelt option for one more.
        var paths = call.Parsed.GetRequiredValue(_paths);
        if (paths.FirstOrDefault(p => p.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "UsageUnknown", unknown));
        }

        if (!AttackFiles.Read(paths, call.Parsed.GetValue(_spec), cancellationToken).Succeeded(out var files, out var failure))
        {
            return call.Fail(failure);
        }

        var options = new AttackOptions { K = k, HiddenMin = call.Parsed.GetRequiredValue(_hiddenMin) == "1" ? 1 : 0, Language = call.Terminal.Messages.Language };
        var report = StepProgress.Run(call.Terminal, progress =>
        {
            progress.Report(new ProgressStep("ProgressSearching"));
            return PublicationAttack.Run(files.Sheets, files.Declared, options, cancellationToken);
        });
        if (report.Tables == 0)
        {
            return call.Fail(new Failure(ExitCode.InvalidInput, "AttackNoStructure"));
        }

        if (call.Parsed.GetValue(_out) is { } place)
        {
            AtomicFile.Write(Path.GetFullPath(place), Encoding.UTF8.GetBytes(JsonSerializer.Serialize(AttackDocument.Of(report), FileStyle) + "\n"));
        }

        if (call.IsJson)
        {
            call.Terminal.Json(AttackDocument.Of(report));
        }
        else
        {
            AttackText.Tell(call.Terminal, report);
        }

        return report.FindsAnything
            ? call.Fail(new Failure(ExitCode.DisclosureRule, "AttackFinds", report.Cells.Count(c => c.Status != CellVerdict.Open).ToString(CultureInfo.InvariantCulture)))
            : ExitCode.Success;
    }
}
