using Host.Cli;
using Host.Outcomes;

namespace Host.Doors;

/// <summary>A partner's file as named on the command line; <c>-</c> is standard input.</summary>
internal static class PartnerSource
{
    /// <summary>Reads it in <paramref name="work"/>, and shows how far.</summary>
    public static Task<T> ReadAsync<T>(Stream source, Terminal terminal, Func<Task<T>> work) => StepProgress.RunAsync(terminal, progress =>
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

    public static Outcome<Stream> Open(string path, Func<Stream> standardInput)
    {
        if (path == "-")
        {
            return Outcome<Stream>.Of(standardInput());
        }

        try
        {
            return Outcome<Stream>.Of(new MeteredFile(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Its name may name a person, so it is not repeated.
            return new Failure(ExitCode.InvalidInput, "FileUnreadable");
        }
    }
}
