package org.todoke.notice.authoring;

import java.nio.file.Path;

/**
 * A file as it came, on disk, looked through.
 *
 * @param mediaType what the content is, whatever its sender calls it
 */
public record ReceivedFile(Path path, long size, String sha256, String mediaType) {}
