namespace Reports.Bulletins;

/// <summary>One mistake in a bulletin definition.</summary>
/// <param name="Code">What kind of mistake.</param>
/// <param name="Position">JSON path of the place, as in <c>$.tables[2].axes[0].level</c>.</param>
/// <param name="Expected">What may stand there; empty where the code says it.</param>
public sealed record BulletinProblem(BulletinProblemCode Code, string Position, string Expected);
