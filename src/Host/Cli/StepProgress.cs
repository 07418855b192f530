using Host.Demo;
using Spectre.Console;

namespace Host.Cli;

/// <summary>Shows progress: a bar on a terminal, a line a step elsewhere, nothing when quiet.</summary>
internal static class StepProgress
{
    public static async Task<T> RunAsync<T>(Terminal terminal, Func<IProgress<DemoStep>, Task<T>> work)
    {
        if (!terminal.Style.IsInteractive)
        {
            return await work(new Lines(terminal));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.ErrorStream), Interactive = InteractionSupport.Yes });
        return await console.Progress().AutoClear(true).StartAsync(context => work(new Bar(terminal, context.AddTask(" "))));
    }

    private sealed class Lines(Terminal terminal) : IProgress<DemoStep>
    {
        public void Report(DemoStep value) => terminal.Note(value.Key, value.Subject, value.Done, value.Total);
    }

    private sealed class Bar(Terminal terminal, ProgressTask task) : IProgress<DemoStep>
    {
        public void Report(DemoStep value)
        {
            task.Description = Markup.Escape(terminal.Messages.Format(value.Key, value.Subject, value.Done, value.Total));
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }
}
