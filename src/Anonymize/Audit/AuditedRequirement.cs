using Anonymize.Attack;
using Publication.Verification;

namespace Anonymize.Audit;

/// <summary>A requirement resolved against an attacker system: what it counts, and how far it must move for its attacker.</summary>
internal sealed class AuditedRequirement
{
    public AuditedRequirement(Requirement requirement, AttackSystem system, int[] own)
    {
        Requirement = requirement;
        Cell = system.Rows[requirement.Cell];
        Form = new LinearForm(Cell, requirement.Minus is null ? null : system.Rows[requirement.Minus], system.Columns.Length);
        Truth = Form.Truth - (own.Length == 0 ? 0 : Form.Value(own));
        Caps = [.. requirement.Pool.Select(c => (system.Rows[c], requirement.PoolBound - system.Rows[c].Truth))];
    }

    public Requirement Requirement { get; }

    public CellRow Cell { get; }

    public LinearForm Form { get; }

    /// <summary>True value for the attacker: without the own records where it is a partner.</summary>
    public int Truth { get; }

    /// <summary>Largest change of each member of the pool.</summary>
    public IReadOnlyList<(CellRow Cell, int AtMost)> Caps { get; }

    /// <summary>The alternatives by which it held when it was last looked at; null where it did not hold, or was not looked at.</summary>
    public IReadOnlyList<Alternative>? Support { get; set; }

    public int ValueIn(Alternative alternative) => Truth + Form.Change(alternative.Move);

    /// <summary>The alternative counts for this attacker (persons are looked at one by one).</summary>
    public bool Admits(Alternative alternative) =>
        (Requirement.Partner < 0 || alternative.StandsAgainst(Requirement.Partner))
        && Caps.All(c => alternative.Move.Change(c.Cell.Columns) <= c.AtMost);

    public override string ToString() => $"{Requirement.Rule} {Requirement.Against} {Requirement.Cell.Key}";
}
