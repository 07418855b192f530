using Host.Outcomes;
using Host.Progressing;

namespace Host.Doors;

/// <summary>A partner's file as named on the command line; <c>-</c> is standard input.</summary>
internal static class PartnerSource
{
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
