namespace Reports.Bulletins;

/// <summary>Order of the bars of a chart.</summary>
public enum ChartOrder
{
    /// <summary>As in the table; for categories that have an order of their own, such as age.</summary>
    Table,

    /// <summary>Largest shown figure first, what is not shown last, in the table's order.</summary>
    Size,
}
