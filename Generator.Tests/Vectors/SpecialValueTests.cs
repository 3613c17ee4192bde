namespace Fluxion.Generator.Tests.Vectors;

/// <summary>Data that is not ordinary in loops that run in lanes.</summary>
public sealed class SpecialValueTests
{
    public static TheoryData<string, string> Shapes => VectorPrograms.All;

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LanesGiveWhatScalarsGive(string name, string type) =>
        VectorChecks.SpecialValues(VectorPrograms.Lanes, VectorPrograms.Scalars, name, type);
}
