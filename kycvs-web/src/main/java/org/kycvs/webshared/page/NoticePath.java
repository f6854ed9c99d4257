package org.kycvs.webshared.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The consent notice at the path that SMS messages name. The server would redirect it to the folder
 * at an address of its own making, which behind a proxy is the wrong one.
 */
@WebServlet("/notice")
public class NoticePath extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/notice/index.html").forward(request, response);
  }
}
