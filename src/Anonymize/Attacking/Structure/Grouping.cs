namespace Anonymize.Attacking.Structure;

/// <summary>What a heading over several rows or columns means.</summary>
internal enum Grouping
{
    /// <summary>A category of a variable of its own, crossed with what is below it.</summary>
    Category,

    /// <summary>The name of the variable whose categories are below it.</summary>
    Name,

    /// <summary>A bracket around some of the categories of one variable.</summary>
    Bracket,
}
