namespace Publication.Tabulations;

/// <summary>What the verifier finds wrong.</summary>
internal enum TabulationFindingKind
{
    /// <summary>A shown figure is not what the records add up to.</summary>
    WrongFigure,

    /// <summary>A cell that the rules forbid to show is shown.</summary>
    PrimaryShown,

    /// <summary>A zero is hidden where zeros are always shown.</summary>
    ZeroHidden,

    /// <summary>The same cell is shown in one table and hidden in another.</summary>
    Inconsistent,

    /// <summary>The records contradict what the world knows.</summary>
    FactContradicted,

    /// <summary>A witness takes away more than there is, or makes something that a fact forbids.</summary>
    WitnessImpossible,

    /// <summary>A witness changes a figure that is shown.</summary>
    WitnessVisible,

    /// <summary>The witnesses do not reach what the rules ask for.</summary>
    NotReached,

    /// <summary>Rows overlap, leave a category out, or pool one that stands by itself.</summary>
    LayoutBroken,

    /// <summary>A category with nobody in it stands alone beside a pooled row, so that the row says that there is somebody in each.</summary>
    ZeroApart,

    /// <summary>What is hidden of a shown whole is published in sum by subtraction, and few make up too much of it.</summary>
    SumConcentrated,
}
