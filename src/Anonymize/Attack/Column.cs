namespace Anonymize.Attack;

/// <summary>
/// An unknown of the attacker: persons of one clique whose classes no cell and no separator tells apart (a superatom).
/// </summary>
internal sealed class Column(int clique, int[] classes, bool[] matters)
{
    public int Clique { get; } = clique;

    /// <summary>Classes of a representative, in the order of the clique's variables.</summary>
    public int[] Classes { get; } = classes;

    /// <summary>Which of the clique's variables any figure depends on for these persons.</summary>
    public bool[] Matters { get; } = matters;

    /// <summary>True number of persons.</summary>
    public int Truth { get; set; }
}
