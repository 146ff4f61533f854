"""Other readers of codes, for `make bench` alone: zxing-cpp (from PyPI) and zbar (Debian's library).

others.py FILE…: of each grey picture (PGM) and each reader a line: its name, how long a look took in milliseconds of the
processor (of one picture alone the median of several looks), and what it read.
"""

import ctypes
import ctypes.util
import sys
import time

import zxingcpp

LOOKS = 15
QR_CODE = 64
ENABLE = 0
Y800 = int.from_bytes(b"Y800", "little")


def pgm(file):
    with open(file, "rb") as opened:
        kind, size, largest = (opened.readline() for _ in range(3))
        if kind != b"P5\n" or largest != b"255\n":
            raise SystemExit(f"{file} is no PGM")
        width, height = map(int, size.split())
        return width, height, opened.read(width * height)


def zxing(width, height, pixels):
    picture = memoryview(pixels).cast("B", (height, width))
    read = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return {code.text for code in read}


def zbar_reader():
    # Debian calls it so, whether or not its development files are there.
    zbar = ctypes.CDLL(ctypes.util.find_library("zbar") or "libzbar.so.0")
    for name in ("zbar_image_scanner_create", "zbar_image_create", "zbar_image_first_symbol", "zbar_symbol_next"):
        getattr(zbar, name).restype = ctypes.c_void_p
    zbar.zbar_symbol_get_data.restype = ctypes.c_char_p
    pointer, number = ctypes.c_void_p, ctypes.c_uint
    scanner = pointer(zbar.zbar_image_scanner_create())
    zbar.zbar_image_scanner_set_config(scanner, 0, ENABLE, 0)
    zbar.zbar_image_scanner_set_config(scanner, QR_CODE, ENABLE, 1)

    def read(width, height, pixels):
        image = pointer(zbar.zbar_image_create())
        zbar.zbar_image_set_format(image, ctypes.c_ulong(Y800))
        zbar.zbar_image_set_size(image, number(width), number(height))
        zbar.zbar_image_set_data(image, pixels, ctypes.c_ulong(len(pixels)), None)
        zbar.zbar_scan_image(scanner, image)
        symbol, texts = zbar.zbar_image_first_symbol(image), set()
        while symbol:
            texts.add(zbar.zbar_symbol_get_data(pointer(symbol)).decode(errors="replace"))
            symbol = zbar.zbar_symbol_next(pointer(symbol))
        zbar.zbar_image_destroy(image)
        return texts

    return read


def main():
    readers = {"zxing-cpp": zxing, "zbar": zbar_reader()}
    files = sys.argv[1:]
    looks = LOOKS if len(files) == 1 else 1
    for file in files:
        picture = pgm(file)
        for name, read in readers.items():
            times = []
            for _ in range(looks):
                start = time.process_time()
                texts = read(*picture)
                times.append(time.process_time() - start)
            # What stands on our paper has no blanks.
            words = sorted("".join(text.split()) for text in texts)
            print(name, f"{sorted(times)[looks // 2] * 1e3:.2f}", *words)


main()
