namespace Anonymize.Attacking.Telling;

/// <summary>What was taken for granted, each said once, in the order in which it came up.</summary>
internal sealed class Assumptions(Wording wording)
{
    private readonly List<string> _said = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Said => _said;

    public void Add(string key, params object[] arguments)
    {
        var text = wording.Say(key, arguments);
        if (_seen.Add(text))
        {
            _said.Add(text);
        }
    }
}
