using System.CommandLine;
using Host.Outcomes;
using Host.Progressing;
using Host.Samples;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>sample --cases N --seed S --out DIR</c>: synthetic exports of invented partners, at any size.</summary>
internal sealed class SampleVerb : IVerb
{
    private Option<int> _cases = null!;
    private Option<ulong> _seed = null!;
    private Option<string> _out = null!;

    public Command Describe(Messages messages)
    {
        _cases = new Option<int>("--cases") { Description = messages["OptionCases"], HelpName = "N", Required = true };
        _cases.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value.StartsWith('-'))
            {
                result.AddError(messages["CasesNegative"]);
            }
        });
        _seed = new Option<ulong>("--seed") { Description = messages["OptionSeed"], HelpName = "S", Required = true };
        _out = new Option<string>("--out") { Description = messages["OptionOut"], HelpName = "DIR", Required = true };
        return new Command("sample", messages["VerbSample"]) { _cases, _seed, _out };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(call.Parsed.GetRequiredValue(_out));
        var cases = call.Parsed.GetValue(_cases);
        var seed = call.Parsed.GetValue(_seed);
        var outcome = StepProgress.Run(call.Terminal, progress =>
        {
            progress.Report(new ProgressStep("ProgressSampling", "", 0, cases));
            return SampleGenerator.Write(cases, seed, folder, cancellationToken, new RelayedProgress<int>(w => progress.Report(new ProgressStep("ProgressSampling", "", w, cases))));
        });
        if (outcome == SampleOutcome.FolderNotEmpty)
        {
            return call.Fail(new Failure(ExitCode.Conflict, "FolderNotEmpty", "--out"));
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, cases, seed, folder });
        }
        else
        {
            call.Terminal.Say("Sampled", cases, folder);
        }

        return ExitCode.Success;
    }
}
