using Publication.Tables;

namespace Reports.Bulletins;

/// <summary>Who publishes, who answers for the figures, and where to ask.</summary>
/// <param name="Publisher">Name of the publishing body.</param>
/// <param name="Statistician">Who is responsible for the figures.</param>
/// <param name="Contact">An e-mail address or a telephone number.</param>
public sealed record BulletinImprint(Text Publisher, Text Statistician, string Contact);
