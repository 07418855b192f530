using Publication.Rules;

namespace Host.Drafting;

/// <summary>The rule set in force: the file that ships with the product. Its bytes go with every release, its hash into it.</summary>
internal static class RuleSetSource
{
    public static (byte[] File, RuleSet Rules) Read()
    {
        using var stream = typeof(RuleSetSource).Assembly.GetManifestResourceStream("Host.RuleSets.bulletin-1.json")
            ?? throw new InvalidOperationException("The rule set is missing from the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var file = memory.ToArray();
        return (file, RuleSetReader.Read(file));
    }
}
