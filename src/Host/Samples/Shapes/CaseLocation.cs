namespace Host.Samples.Shapes;

/// <summary>Where a case stands: path below the output folder, and row as the partner's own program shows it.</summary>
internal readonly record struct CaseLocation(string File, long Row);
