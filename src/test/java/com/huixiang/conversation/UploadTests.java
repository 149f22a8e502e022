package com.huixiang.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people upload is judged by its bytes and never runs. */
@HuixiangTest
class UploadTests {

    @Autowired
    Attachments attachments;

    @LocalServerPort
    int port;

    @Test
    void aPictureIsShownAsThePictureItIs() throws IOException {
        var kept = attachments.keep("staff:1", "photo.html", picture(300, 200));

        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(kept.width()).isEqualTo(300);
        var answer = new StaffBrowser(port).get(kept.url()).raw();
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
    }

    @Test
    void whatOnlyBeginsLikeAPictureIsRefused() throws IOException {
        byte[] half = Arrays.copyOf(picture(300, 200), 120);
        byte[] lie = "GIF89a<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);

        assertThatExceptionOfType(ConversationProblem.class).isThrownBy(() -> attachments.keep("staff:1", "a.png", half));
        assertThatExceptionOfType(ConversationProblem.class).isThrownBy(() -> attachments.keep("staff:1", "a.gif", lie));
    }

    @Test
    void aPageOrADrawingWithScriptIsOnlyEverHandedOverAsText() {
        String page = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

        var kept = attachments.keep("staff:1", "logo.svg", page.getBytes(StandardCharsets.UTF_8));

        assertThat(kept.type()).isEqualTo("text/plain");
        assertThat(kept.name()).isEqualTo("logo.svg.txt");
        var answer = new StaffBrowser(port).get(kept.url()).raw();
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @Test
    void aProgramIsRefused() {
        byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff};

        assertThatExceptionOfType(ConversationProblem.class)
                .isThrownBy(() -> attachments.keep("staff:1", "holiday.png", program))
                .matches(no -> no.code().equals("file.type-refused"));
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x * 7919 + y * 104729) & 0xffffff);
            }
        }
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
