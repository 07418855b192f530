using Host.Progressing;
using Spectre.Console;

namespace Host.Cli;

/// <summary>Shows progress: a bar on a terminal, a line for each new thing a verb is at elsewhere, nothing when quiet. May be told from any thread.</summary>
internal static class StepProgress
{
    /// <summary>Until something is reported; the library takes no empty name.</summary>
    private const string Unnamed = "…";

    public static async Task<T> RunAsync<T>(Terminal terminal, Func<IProgress<ProgressStep>, Task<T>> work) => terminal.Style.IsInteractive
        ? await Live(terminal).StartAsync(context => work(new Bar(terminal, context.AddTask(Unnamed))))
        : await work(new Lines(terminal));

    /// <inheritdoc cref="RunAsync"/>
    public static T Run<T>(Terminal terminal, Func<IProgress<ProgressStep>, T> work) => terminal.Style.IsInteractive
        ? Live(terminal).Start(context => work(new Bar(terminal, context.AddTask(Unnamed))))
        : work(new Lines(terminal));

    private static Progress Live(Terminal terminal) => AnsiConsole
        .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.ErrorStream), Interactive = InteractionSupport.Yes })
        .Progress()
        .AutoClear(true);

    private sealed class Lines(Terminal terminal) : IProgress<ProgressStep>
    {
        private readonly Lock _lock = new();
        private (string, string) _last;

        public void Report(ProgressStep value)
        {
            lock (_lock)
            {
                if (_last != (value.Key, value.Subject))
                {
                    _last = (value.Key, value.Subject);
                    terminal.Note(value.Key, value.Subject, value.Done, value.Total);
                }
            }
        }
    }

    private sealed class Bar(Terminal terminal, ProgressTask task) : IProgress<ProgressStep>
    {
        private readonly Lock _lock = new();

        public void Report(ProgressStep value)
        {
            lock (_lock)
            {
                task.Description = Markup.Escape(terminal.Messages.Format(value.Key, value.Subject, value.Done, value.Total));
                task.IsIndeterminate = value.Total == 0;
                task.MaxValue = Math.Max(value.Total, 1);
                task.Value = value.Done;
            }
        }
    }
}
