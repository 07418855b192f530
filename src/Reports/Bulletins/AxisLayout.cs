namespace Reports.Bulletins;

/// <summary>How the rows of an axis come about.</summary>
public enum AxisLayout
{
    /// <summary>Every category of the level is a row.</summary>
    Fixed,

    /// <summary>Small categories may share one row that names them, or a group may stand for its members.</summary>
    Pool,

    /// <summary>The rows that the layout of another table of the same bulletin has, or unions of them.</summary>
    RowsOf,
}
