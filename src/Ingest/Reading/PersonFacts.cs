using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>Age band and person group of a case, or the rule that the statements about age break. It prints nothing.</summary>
internal readonly struct PersonFacts(byte age, byte group, RuleCode problem)
{
    public byte Age { get; } = age;

    public byte Group { get; } = group;

    public RuleCode Problem { get; } = problem;

    public override string ToString() => nameof(PersonFacts);
}
