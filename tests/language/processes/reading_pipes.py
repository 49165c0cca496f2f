# Unbuffered files read once and no more than asked for; buffered ones wait until they have it.
import os
import subprocess

reader, writer = os.pipe()
raw = open(reader, 'rb', 0)
os.write(writer, b'abc')
print(raw.read(10))
os.write(writer, b'line\nand more')
print(raw.readline(), os.read(reader, 3), raw.read(2))
room = bytearray(20)
print(raw.readinto(room), room[:6])
os.write(writer, b'12345')
print(raw.read(2), os.read(reader, 100))
os.write(writer, b'the rest')
os.close(writer)
print(raw.readall(), raw.read(5), raw.read())
raw.close()

process = subprocess.Popen(['sh', '-c', 'echo one; echo two; echo three'], stdout=subprocess.PIPE)
print(process.stdout.readline(), process.stdout.read(2), process.stdout.read1(1), list(process.stdout))
process.stdout.close()
print(process.wait())
process = subprocess.Popen(['sh', '-c', 'echo one; sleep 0.02; echo two; echo three'],
                           stdout=subprocess.PIPE, text=True)
print(process.stdout.readlines(5), process.stdout.read(), process.wait())
process.stdout.close()
