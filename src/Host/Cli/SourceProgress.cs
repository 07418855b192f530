using Host.Progressing;

namespace Host.Cli;

/// <summary>Shows how far a partner's file is read.</summary>
internal static class SourceProgress
{
    /// <param name="source">The file; of standard input nobody knows the end.</param>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="work">Reads it.</param>
    public static Task<T> RunAsync<T>(Stream source, Terminal terminal, Func<Task<T>> work) => StepProgress.RunAsync(terminal, progress =>
    {
        if (source is MeteredFile file)
        {
            file.Listener = progress;
        }
        else
        {
            progress.Report(new ProgressStep("ProgressReading"));
        }

        return work();
    });
}
