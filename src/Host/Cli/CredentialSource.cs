using System.CommandLine;
using System.Text;
using Host.Outcomes;

namespace Host.Cli;

/// <summary>
/// Where a credential comes from: the file of <c>--credential-file</c>, else the environment variable <c>REPORTING_CREDENTIAL</c>. Never an argument, which
/// every other user of the machine could read.
/// </summary>
internal static class CredentialSource
{
    public const string Variable = "REPORTING_CREDENTIAL";

    public static Option<string?> NewOption(Texts.Messages messages) =>
        new("--credential-file") { Description = messages["OptionCredentialFile"], HelpName = "FILE" };

    public static Outcome<string> Read(VerbCall call, Option<string?> option)
    {
        if (call.Parsed.GetValue(option) is { } path)
        {
            try
            {
                return File.ReadAllText(path, Encoding.UTF8).TrimEnd('\r', '\n');
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new Failure(ExitCode.WrongUsage, "CredentialFileUnreadable");
            }
        }

        return call.Settings.Variable(Variable) is { Length: > 0 } credential ? credential : new Failure(ExitCode.NotPermitted, "CredentialMissing");
    }
}
