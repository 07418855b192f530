using Anonymize.RecordFiles.Measures;

namespace Anonymize.RecordFiles.Search;

/// <summary>What was found at a node.</summary>
/// <param name="Suppression">Records that are suppressed and what they cost; of a projection, those that are suppressed in every finer node too.</param>
/// <param name="IsPossible">False where a class that is absent from the file breaks a model and cannot be suppressed.</param>
/// <param name="Squares">Σ size² over all classes.</param>
/// <param name="KeptSquares">Σ size² over classes that are kept.</param>
/// <param name="Classes">Classes with records.</param>
/// <param name="KeptClasses">Those that are kept.</param>
internal sealed record NodeFacts(Suppression Suppression, bool IsPossible, double Squares, double KeptSquares, int Classes, int KeptClasses);
