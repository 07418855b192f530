using Publication.Tables;

namespace Reports.Charts;

/// <summary>What a picture says to those who do not see it.</summary>
/// <param name="Id">Begins the ids inside its SVG, so that several pictures can stand on one page.</param>
/// <param name="Title">What it finds.</param>
/// <param name="Description">What is in it.</param>
/// <param name="Language">Of both.</param>
internal sealed record PictureWords(string Id, string Title, string Description, Language Language);
