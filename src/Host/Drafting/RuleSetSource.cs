using Publication.Rules;

namespace Host.Drafting;

/// <summary>The rule sets that ship with the product. The bytes of the one in force go with every release, its hash into it.</summary>
internal static class RuleSetSource
{
    /// <summary>Newest first.</summary>
    private static readonly string[] Files = ["bulletin-2", "bulletin-1"];

    /// <summary>The one in force.</summary>
    public static (byte[] File, RuleSet Rules) Read() => Read(Files[0]);

    /// <summary>The one by which an earlier release was made, or null where it is none that shipped.</summary>
    public static RuleSet? Find(RuleSetIdentity identity) => Files.Select(f => Read(f).Rules).FirstOrDefault(r => r.Identity == identity);

    /// <summary>The file of the one by which an earlier release was made, or null where it is none that shipped.</summary>
    public static byte[]? FindFile(RuleSetIdentity identity) => Files.Select(Read).FirstOrDefault(r => r.Rules.Identity == identity).File;

    private static (byte[] File, RuleSet Rules) Read(string name)
    {
        using var stream = typeof(RuleSetSource).Assembly.GetManifestResourceStream($"Host.RuleSets.{name}.json")
            ?? throw new InvalidOperationException("The rule set is missing from the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var file = memory.ToArray();
        return (file, RuleSetReader.Read(file));
    }
}
