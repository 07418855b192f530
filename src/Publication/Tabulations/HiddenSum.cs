namespace Publication.Tabulations;

/// <summary>What is hidden of a shown whole: its sum is published by subtraction.</summary>
/// <param name="Table">The table.</param>
/// <param name="Whole">Position of the whole.</param>
/// <param name="Hidden">Positions of the hidden parts.</param>
/// <param name="Shown">Positions of the others.</param>
internal sealed record HiddenSum(int Table, int Whole, int[] Hidden, int[] Shown);
