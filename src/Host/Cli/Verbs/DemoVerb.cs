using System.CommandLine;
using Host.Demo;
using Host.Outcomes;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>demo [--out DIR]</c>: the whole way from the samples to published bulletins, in a sandbox with two sample users.</summary>
internal sealed class DemoVerb : IVerb
{
    private Option<string> _out = null!;

    public Command Describe(Messages messages)
    {
        _out = new Option<string>("--out") { Description = messages["OptionDemoOut"], HelpName = "DIR", DefaultValueFactory = _ => "out" };
        return new Command("demo", messages["VerbDemo"]) { _out };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (DemoSandbox.At(call.Parsed.GetRequiredValue(_out)) is not { } sandbox)
        {
            return call.Fail(new Failure(ExitCode.Conflict, "DemoFolderTaken", call.Parsed.GetRequiredValue(_out)));
        }

        using (sandbox)
        {
            var outcome = await StepProgress.RunAsync(call.Terminal, progress => DemoBuild.RunAsync(sandbox, DemoExtent.LastYear, progress, cancellationToken));
            if (!outcome.Succeeded(out var periods, out var failure))
            {
                return call.Fail(failure);
            }

            sandbox.Finish();
            Tell(call, sandbox.Place, periods);
            return ExitCode.Success;
        }
    }

    private static void Tell(VerbCall call, string place, IReadOnlyList<string> periods)
    {
        var published = Path.Combine(place, "published");
        var first = Path.Combine(published, periods[^2], $"bulletin.{(call.Terminal.Messages.Language == Publication.Tables.Language.Tr ? "tr" : "en")}.xlsx");
        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, folder = place, periods, published, openFirst = first });
            return;
        }

        call.Terminal.Say("DemoMade", string.Join(", ", periods));
        call.Terminal.Say("DemoPublished", published);
        call.Terminal.Say("DemoPrivate", Path.Combine(place, "private"));
        call.Terminal.Say("DemoVerify", OwnCommand.Text(), Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(published, periods[^2])));
        call.Terminal.Say("DemoOpenFirst", first);
    }
}
