package org.todoke.registry.importing.reading;

/**
 * Something about the file as a whole that the reader passed over and that a person should know.
 *
 * @param code {@code header.*} or {@code file.*}; a key of the texts of problems
 * @param line where, from 1
 * @param text what stands there, or how many there are
 */
public record FileNote(String code, int line, String text) {}
