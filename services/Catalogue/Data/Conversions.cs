using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PfP.Catalogue.Entries;

namespace PfP.Catalogue.Data;

internal sealed class StateConverter() : ValueConverter<EntryState, string>(
    state => EntryStates.Name(state),
    name => EntryStates.Parse(name));
