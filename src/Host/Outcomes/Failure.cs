using System.Collections.ObjectModel;

namespace Host.Outcomes;

/// <summary>
/// A failure that was expected: a code with a text in both languages, and arguments that are ids, positions, counts or names of settings,
/// never anything out of a case record.
/// </summary>
internal class Failure
{
    public Failure(ExitCode exit, string code, params string[] arguments)
    {
        Exit = exit;
        Code = code;
        Arguments = new ReadOnlyCollection<string>(arguments);
    }

    public ExitCode Exit { get; }

    /// <summary>Stable name, also the key of the text.</summary>
    public string Code { get; }

    public ReadOnlyCollection<string> Arguments { get; }

    public override string ToString() => Code;
}
