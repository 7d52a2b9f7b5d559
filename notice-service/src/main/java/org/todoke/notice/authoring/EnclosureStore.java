package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Contents by their digest: each is kept once, however many notices and letters carry it. */
@ApplicationScoped
public class EnclosureStore {

  private static final int CHUNK = 256 * 1024;

  private final DataSource dataSource;

  EnclosureStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(ReceivedFile file) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into enclosure_content (sha256, size, content) values (?, ?, ?)
                on conflict do nothing""");
        InputStream content = Files.newInputStream(file.path())) {
      insert.setString(1, file.sha256());
      insert.setLong(2, file.size());
      insert.setBinaryStream(3, content, file.size());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot keep an enclosure", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Piece by piece: the column is stored so that any part can be read without the rest. */
  public void copy(String sha256, long size, OutputStream out) throws IOException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select substring(content from ? for ?) from enclosure_content where sha256 = ?")) {
      for (long from = 0; from < size; from += CHUNK) {
        query.setInt(1, Math.toIntExact(from + 1));
        query.setInt(2, CHUNK);
        query.setString(3, sha256);
        try (ResultSet row = query.executeQuery()) {
          if (!row.next()) {
            throw new IOException("an enclosure is not there to be read");
          }
          out.write(row.getBytes(1));
        }
      }
    } catch (SQLException e) {
      throw new IOException("cannot read an enclosure", e);
    }
  }
}
