"""The parts of the reader of OFD files (diffcore/read/formats/ofd.py).

Source: GB/T 33190—2016, 《电子文件存储与交换格式 版式文档》; section numbers are its own.
"""
