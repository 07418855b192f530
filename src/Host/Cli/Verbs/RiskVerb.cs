using System.CommandLine;
using System.Globalization;
using Host.Outcomes;
using Host.RecordFiles;
using Host.Storage;
using Host.Tabular;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>risk</c>: who could be recognised in a file, as figures and as a page a person understands.</summary>
internal sealed class RiskVerb : IVerb
{
    private const int DefaultSudaMost = 3;

    private Option<string> _input = null!;
    private Option<string?> _delimiter = null!;
    private Option<string[]> _keys = null!;
    private Option<string?> _weight = null!;
    private Option<string[]> _sensitive = null!;
    private Option<string[]> _multiple = null!;
    private Option<string?> _sudaMost = null!;
    private Option<string> _out = null!;

    public Command Describe(Messages messages)
    {
        _input = new Option<string>("--input") { Description = messages["OptionTable"], HelpName = "FILE", Required = true };
        _delimiter = new Option<string?>("--delimiter") { Description = messages["OptionDelimiter"], HelpName = "C" };
        _keys = new Option<string[]>("--key")
        {
            Description = messages["OptionKey"], HelpName = "ATTR", Required = true, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore,
        };
        _weight = new Option<string?>("--weight") { Description = messages["OptionWeight"], HelpName = "ATTR" };
        _sensitive = new Option<string[]>("--sensitive") { Description = messages["OptionSensitive"], HelpName = "ATTR", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        _multiple = MultipleOption.Describe(messages);
        _sudaMost = new Option<string?>("--suda-max") { Description = messages["OptionSudaMax"], HelpName = "M" };
        _out = new Option<string>("--out") { Description = messages["OptionOut"], HelpName = "DIR", Required = true };
        return new Command("risk", messages["VerbRisk"]) { _input, _delimiter, _keys, _weight, _sensitive, _multiple, _sudaMost, _out };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(call.Parsed.GetRequiredValue(_out));
        if (!Read(call).Succeeded(out var request, out var failure))
        {
            return call.Fail(failure);
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            return call.Fail(new Failure(ExitCode.Conflict, "FolderNotEmpty", "--out"));
        }

        if (!StepProgress.Run(call.Terminal, progress => RiskRun.Assess(request, progress, cancellationToken)).Succeeded(out var risk, out failure))
        {
            return call.Fail(failure);
        }

        Directory.CreateDirectory(folder);
        using (var part = PartFile.Create(Path.Combine(folder, "risk.json")))
        {
            RiskDocument.Write(part.Stream, risk, request.Keys, cancellationToken);
            part.Finish();
        }

        AtomicFile.WriteShared(Path.Combine(folder, "risk.html"), new RiskPage(risk, request.Keys, call.Terminal.Messages).Draw());
        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, rows = risk.Rows, classes = risk.Classes, risks = risk.Risks, folder });
        }
        else
        {
            call.Terminal.Say("RiskAssessed", risk.Rows, risk.Risks.Unique, folder);
        }

        return ExitCode.Success;
    }

    private Outcome<RiskRequest> Read(VerbCall call)
    {
        if (DelimiterOption.Read(call.Parsed.GetValue(_delimiter)) is not { } delimiter)
        {
            return new Failure(ExitCode.WrongUsage, "OptionValueWrong", _delimiter.Name, _delimiter.HelpName!);
        }

        var typed = call.Parsed.GetValue(_sudaMost) ?? DefaultSudaMost.ToString(CultureInfo.InvariantCulture);
        if (Numbers.Whole(typed, least: 1) is not { } most)
        {
            return new Failure(ExitCode.WrongUsage, "OptionValueWrong", _sudaMost.Name, _sudaMost.HelpName!);
        }

        if (!MultipleOption.Read(call.Parsed.GetValue(_multiple)).Succeeded(out var multiple, out var failure))
        {
            return failure;
        }

        return new RiskRequest(
            call.Parsed.GetRequiredValue(_input), delimiter, call.Parsed.GetRequiredValue(_keys), call.Parsed.GetValue(_weight), call.Parsed.GetValue(_sensitive) ?? [], multiple, most);
    }
}
