using System.Diagnostics.CodeAnalysis;

namespace Host.Outcomes;

/// <summary>A value, or the expected failure that stands in its place.</summary>
internal sealed class Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Failure? failure)
    {
        _value = value;
        Failure = failure;
    }

    public Failure? Failure { get; }

    /// <summary>A value whose type is an interface or a base class, which no conversion operator takes.</summary>
    public static Outcome<T> Of(T value) => new(value, failure: null);

    public static implicit operator Outcome<T>(T value) => new(value, failure: null);

    public static implicit operator Outcome<T>(Failure failure) => new(default, failure);

    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Failure? failure)
    {
        value = _value;
        failure = Failure;
        return failure is null;
    }
}
