package org.todoke.registry.importing.rows;

import org.jspecify.annotations.Nullable;

/** Where an establishment lies, in codes of six digits. */
record Place(String municipality, @Nullable String ward, String prefecture) {}
