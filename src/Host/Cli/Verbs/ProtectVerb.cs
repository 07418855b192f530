using Host.Progressing;
using Host.Tabular;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Host.Contingency;
using Host.Outcomes;
using Host.Security;
using Host.Texts;
using Ingest.Pseudonymise;

namespace Host.Cli.Verbs;

/// <summary><c>protect --input FILE --spec SPEC.json --out DIR</c>: any tables of persons or sums, with as little hidden as their rules allow.</summary>
internal sealed class ProtectVerb : IVerb
{
    private static readonly JsonSerializerOptions Style = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>By <see cref="LayoutReach"/>.</summary>
    private static readonly string[] Reaches = ["tried", "onePool", "every"];

    private Option<string> _input = null!;
    private Option<string> _delimiter = null!;
    private Option<string?> _count = null!;
    private Option<string?> _value = null!;
    private Option<string> _spec = null!;
    private Option<string> _out = null!;
    private Option<string?> _keys = null!;
    private Option<int?> _threads = null!;

    public Command Describe(Messages messages)
    {
        _input = new Option<string>("--input") { Description = messages["ProtectInput"], HelpName = "FILE", Required = true };
        _delimiter = new Option<string>("--delimiter") { Description = messages["ProtectDelimiter"], HelpName = "C", DefaultValueFactory = _ => "," };
        _count = new Option<string?>("--count") { Description = messages["ProtectCount"], HelpName = "COLUMN" };
        _value = new Option<string?>("--value") { Description = messages["ProtectValue"], HelpName = "COLUMN" };
        _spec = new Option<string>("--spec") { Description = messages["ProtectSpec"], HelpName = "SPEC.json", Required = true };
        _out = new Option<string>("--out") { Description = messages["OptionOut"], HelpName = "DIR", Required = true };
        _keys = new Option<string?>("--key-file") { Description = messages["ProtectKeyFile"], HelpName = "FILE" };
        _threads = new Option<int?>("--threads") { Description = messages["ProtectThreads"], HelpName = "N" };
        return new Command("protect", messages["VerbProtect"]) { _input, _delimiter, _count, _value, _spec, _out, _keys, _threads };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        var (count, value) = (call.Parsed.GetValue(_count), call.Parsed.GetValue(_value));
        if (count is not null && value is not null)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "ProtectTwoMeasures"));
        }

        if (DelimiterOption.Read(call.Parsed.GetValue(_delimiter)) is not { } delimiter)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "DelimiterWrong"));
        }

        if (call.Parsed.GetValue(_threads) is < 1)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "ThreadsWrong"));
        }

        KeyRing? keys = null;
        if (call.Parsed.GetValue(_keys) is { } keyFile && !KeySource.Read(keyFile).Succeeded(out keys, out var failure))
        {
            return call.Fail(failure);
        }

        var folder = Path.GetFullPath(call.Parsed.GetRequiredValue(_out));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            return call.Fail(new Failure(ExitCode.Conflict, "FolderNotEmpty", "--out"));
        }

        var measure = new InputMeasure(delimiter, count, value);
        var specFile = call.Parsed.GetRequiredValue(_spec);
        if (!SpecSource.Read(specFile, fault => call.Terminal.Note("SpecFault" + fault.Kind, fault.Path)).Succeeded(out var spec, out failure)
            || !Read(call, measure, spec, cancellationToken).Succeeded(out var records, out failure)
            || !SpecSource.Files(spec, Path.GetDirectoryName(Path.GetFullPath(specFile))!, delimiter, cancellationToken).Succeeded(out var files, out failure))
        {
            return call.Fail(failure);
        }

        if (spec is { RuleSet: not null, Partner: null })
        {
            call.Terminal.Note("ProtectNoPartner");
        }

        var outcome = StepProgress.Run(call.Terminal, progress =>
        {
            progress.Report(new ProgressStep("ProgressCells"));
            return TableProtector.Protect(spec, records, files, cancellationToken);
        });
        return Refused(call, outcome) ?? Write(call, new ProtectedFolder(folder, spec, measure, outcome), outcome, keys);
    }

    private Outcome<ContingencyRecords> Read(VerbCall call, InputMeasure measure, ContingencySpec spec, CancellationToken cancellationToken) =>
        StepProgress.Run(call.Terminal, progress =>
        {
            progress.Report(new ProgressStep("ProgressReading"));
            return ContingencyInput.Read(call.Parsed.GetRequiredValue(_input), measure, spec, cancellationToken);
        });

    private static ExitCode? Refused(VerbCall call, ContingencyOutcome outcome)
    {
        if (outcome.Faults.Count > 0)
        {
            foreach (var fault in outcome.Faults)
            {
                call.Terminal.Note("InputFault" + fault.Kind, fault.Where, fault.Count);
            }

            var isUsage = outcome.Faults.All(f => f.Kind is Anonymize.Contingency.Systems.InputFaultKind.ColumnMissing
                or Anonymize.Contingency.Systems.InputFaultKind.CodeUnknown or Anonymize.Contingency.Systems.InputFaultKind.LevelUnknown
                or Anonymize.Contingency.Systems.InputFaultKind.NotPersons or Anonymize.Contingency.Systems.InputFaultKind.TooManyCoalitions or Anonymize.Contingency.Systems.InputFaultKind.KnownUndeclared or Anonymize.Contingency.Systems.InputFaultKind.NotMagnitudes
                or Anonymize.Contingency.Systems.InputFaultKind.LayoutOverlaps or Anonymize.Contingency.Systems.InputFaultKind.LayoutUnfit);
            return call.Fail(new Failure(isUsage ? ExitCode.WrongUsage : ExitCode.InvalidInput, "InputRefused", outcome.Faults.Count.ToString(CultureInfo.InvariantCulture)));
        }

        return outcome.Blocking is { } blocking
            ? call.Fail(new Failure(ExitCode.DisclosureRule, "NothingProtects", blocking.Table, string.Join(" × ", blocking.Codes)))
            : null;
    }

    private static ExitCode Write(VerbCall call, ProtectedFolder written, ContingencyOutcome outcome, KeyRing? keys)
    {
        var reached = outcome.Summary!;
        using var process = Process.GetCurrentProcess();
        var summary = new
        {
            SchemaVersion = 1,
            Certified = true,
            reached.Cells,
            reached.Primaries,
            reached.Secondaries,
            reached.Weakened,
            reached.SecondaryCost,
            reached.LowerBound,
            reached.Gap,
            reached.Components,
            reached.BudgetExceeded,
            reached.Witnesses,
            RuleSet = written.RuleSet,
            Seconds = Math.Round((call.Clock.GetUtcNow() - process.StartTime.ToUniversalTime()).TotalSeconds, 3),
            PeakMb = Math.Round(process.PeakWorkingSet64 / 1048576.0, 1),
            PublicProof = reached.PublicProofComplete ? "complete" : "partial",
            Detail = reached.Layouts?.Tables.ToDictionary(t => t.Id, t => t.Detail, StringComparer.Ordinal),
            reached.Layouts?.Tables,
            Layouts = reached.Layouts is not { } layouts ? null : new { layouts.Tried, Reach = Reaches[(int)layouts.Reach], layouts.Detail, layouts.Bound, layouts.Gap },
        };
        written.Write(keys, JsonSerializer.SerializeToUtf8Bytes(summary, Style));
        if (keys is null)
        {
            call.Terminal.Note("ProtectedInClear", written.Private);
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, certified = true, published = written.Published, @private = written.Private });
        }
        else
        {
            // How many cells are hidden is printed in the tables; which of them for their own sake is not.
            call.Terminal.Say("Protected", outcome.Tables.Count, reached.Cells, reached.Primaries + reached.Secondaries, written.Published);
        }

        return ExitCode.Success;
    }
}
