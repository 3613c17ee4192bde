using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>An out parameter that is put together from results.</summary>
/// <param name="Destination">Its name.</param>
/// <param name="Composite">What it consists of.</param>
/// <param name="First">Which of the results that are not returned is its first part.</param>
internal sealed record Construction(string Destination, Composite Composite, int First)
{
    public int Count => Composite.Construction.Count - 1;

    public bool Has(int result) => result >= First && result < First + Count;
}
