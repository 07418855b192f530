namespace Reports.Bulletins;

/// <summary>The length of the period that a bulletin covers.</summary>
public enum BulletinGrain
{
    Quarter,
    Year,
}
