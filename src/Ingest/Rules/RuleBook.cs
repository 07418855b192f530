using System.Collections.Frozen;
using Ingest.Schema;

namespace Ingest.Rules;

/// <summary>The register of rules, loaded from <c>rules.json</c>; every <see cref="RuleCode"/> is in it once, in both languages.</summary>
public sealed class RuleBook
{
    private readonly FrozenDictionary<RuleCode, Rule> rules;

    private RuleBook(IReadOnlyList<Rule> rules)
    {
        All = rules;
        this.rules = rules.ToFrozenDictionary(rule => rule.Code);
    }

    public IReadOnlyList<Rule> All { get; }

    public Rule this[RuleCode code] => rules[code];

    /// <exception cref="DataFileException">A rule is missing, twice, or without a text.</exception>
    public static RuleBook Load(string? dataFolder = null)
    {
        string file = Path.Combine(dataFolder ?? DataFiles.Root, "rules.json");
        RuleFile content = DataFiles.Read<RuleFile>(file);
        var seen = new HashSet<RuleCode>();
        foreach (RulePart part in content.Rules)
        {
            if (!seen.Add(part.Code) || string.IsNullOrWhiteSpace(part.Tr) || string.IsNullOrWhiteSpace(part.En))
            {
                throw DataFileException.In(file, $"{part.Code}: twice or without a text");
            }
        }

        if (content.SchemaVersion != 1 || seen.Count != Enum.GetValues<RuleCode>().Length - 1 || seen.Contains(RuleCode.None))
        {
            throw DataFileException.In(file, "schemaVersion, or not every rule is in the register");
        }

        return new RuleBook([.. content.Rules.Select(part => new Rule(part.Code, part.Severity, new Label(part.Tr, part.En)))]);
    }

    private sealed class RuleFile
    {
        public required int SchemaVersion { get; init; }

        public required IReadOnlyList<RulePart> Rules { get; init; }
    }

    private sealed class RulePart
    {
        public required RuleCode Code { get; init; }

        public required Severity Severity { get; init; }

        public required string Tr { get; init; }

        public required string En { get; init; }
    }
}
